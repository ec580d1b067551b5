package exam

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"

	"filippo.io/age"

	"convtutor/internal/fault"
)

// Key is an instructor's public key: what is sealed with it is read with the
// private one alone.
type Key struct{ recipient *age.X25519Recipient }

// ParseKey reads a public key: "age1…".
func ParseKey(text string) (*Key, error) {
	r, err := age.ParseX25519Recipient(strings.TrimSpace(text))
	if err != nil {
		return nil, fmt.Errorf("not a public key: %w", err)
	}
	return &Key{r}, nil
}

func (k *Key) seal(text []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, k.recipient)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// Identity is an instructor's private key.
type Identity struct{ identity *age.X25519Identity }

// NewIdentity makes a new key pair.
func NewIdentity() (*Identity, error) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, err
	}
	return &Identity{id}, nil
}

// Public is the public key as text: "age1…".
func (id *Identity) Public() string { return id.identity.Recipient().String() }

// Private is the private key as text: "AGE-SECRET-KEY-1…".
func (id *Identity) Private() string { return id.identity.String() }

// maxKeyFile bounds, in bytes, what is read as a key file.
const maxKeyFile = 16 << 10

// ReadIdentity reads a private key from a file as the age tool writes it:
// comments, and one line with the key.
func ReadIdentity(path string) (*Identity, error) {
	text, err := readFile(path, maxKeyFile)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, err := age.ParseX25519Identity(line)
		if err != nil {
			return nil, told("not-private", "key-file", fault.Args{"file": path}) // never what stands in it
		}
		return &Identity{id}, nil
	}
	return nil, told("empty-key", "key-file", fault.Args{"file": path})
}

// open reads what was sealed, as base64.
func (id *Identity) open(body string) ([]byte, error) {
	sealed, err := base64.RawStdEncoding.Strict().DecodeString(body)
	if err != nil {
		return nil, err
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), id.identity)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // no longer than what is sealed
}

// readFile reads a file of at most limit bytes.
func readFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, told("irregular", "a-file", fault.Args{"file": path})
	}
	if info.Size() > limit {
		return nil, tooLarge(path, limit)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(text)) > limit {
		err = tooLarge(path, limit)
	}
	return text, err
}

func tooLarge(path string, limit int64) error {
	return told("heavy", "right-file", fault.Args{"file": path, "kb": limit >> 10})
}
