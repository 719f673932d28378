// What Go's own transparency log (golang.org/x/mod/sumdb) says of a log in C2SP tlog-tiles, and proofs that it makes itself.
//
//	log open DIR VKEY         note.Open of DIR/checkpoint
//	log audit DIR             root and proofs by way of the tiles, and a full audit from the entry bundles
//	log write SKEY SIZE       a log of its own: signed checkpoint, proofs of inclusion and consistency
//	log proof FILE VKEY WKEY ENTRY  a proof of C2SP tlog-proof for the entry, checked offline with the keys of log and witness
//	log rate SIZE             StoredHashes for so many records of 231 bytes, in memory
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io/ioutil"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// head reads a checkpoint of C2SP: origin, size, root.
func head(text string) (tlog.Tree, string) {
	lines := strings.Split(text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	hash, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: hash}, lines[0]
}

// tiles reads C2SP's files, which have no height in their paths and "entries" for "data".
type tiles struct{ dir string }

func (t tiles) Height() int { return 8 }
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := ioutil.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// memory holds the stored hashes of a log.
type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		hashes = append(hashes, m[index])
	}
	return hashes, nil
}

func (m memory) add(record []byte, at int64) memory {
	hashes, err := tlog.StoredHashes(at, record, m)
	check(err)
	return append(m, hashes...)
}

func open(dir, vkey string) {
	signed, err := ioutil.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	verifier, err := note.NewVerifier(vkey)
	check(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	check(err)
	tree, origin := head(opened.Text)
	answer(map[string]interface{}{"origin": origin, "size": tree.N, "root": tree.Hash, "signatures": len(opened.Sigs), "unverified": len(opened.UnverifiedSigs)})
}

// proofs of one size: some leaves, some earlier trees.
func proofs(size int64, reader tlog.HashReader) map[string]interface{} {
	inclusion := map[string][]tlog.Hash{}
	consistency := map[string][]tlog.Hash{}
	for _, index := range []int64{0, 1, 255, 256, 257, size / 3, size / 2, size - 2, size - 1} {
		if index < 0 || index >= size {
			continue
		}
		proof, err := tlog.ProveRecord(size, index, reader)
		check(err)
		inclusion[strconv.FormatInt(index, 10)] = proof
	}
	for _, old := range []int64{1, 2, 3, 255, 256, 257, 512, size / 3, size / 2, size - 1, size} {
		if old < 1 || old > size {
			continue
		}
		proof, err := tlog.ProveTree(size, old, reader)
		check(err)
		consistency[strconv.FormatInt(old, 10)] = proof
	}
	return map[string]interface{}{"inclusion": inclusion, "consistency": consistency}
}

func audit(dir string) {
	signed, err := ioutil.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	tree, _ := head(string(signed))
	reader := tlog.TileHashReader(tree, tiles{dir})
	root, err := tlog.TreeHash(tree.N, reader)
	check(err)
	var stored memory
	for n := int64(0); n < tree.N; {
		width := 256
		if tree.N-n < 256 {
			width = int(tree.N - n)
		}
		path := strings.Replace(tlog.Tile{H: 8, L: -1, N: n / 256, W: width}.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle, err := ioutil.ReadFile(filepath.Join(dir, path))
		check(err)
		for len(bundle) > 0 {
			length := binary.BigEndian.Uint16(bundle)
			stored = stored.add(bundle[2:2+length], n)
			bundle = bundle[2+length:]
			n++
		}
	}
	recomputed, err := tlog.TreeHash(tree.N, stored)
	check(err)
	made := proofs(tree.N, reader)
	made["root"] = root
	made["recomputed"] = recomputed
	answer(made)
}

func write(skey string, size int64) {
	signer, err := note.NewSigner(skey)
	check(err)
	var stored memory
	var leaves []tlog.Hash
	for n := int64(0); n < size; n++ {
		record := []byte(fmt.Sprintf("entry %d", n))
		leaves = append(leaves, tlog.RecordHash(record))
		stored = stored.add(record, n)
	}
	roots := map[string]tlog.Hash{}
	for n := int64(1); n <= size; n++ {
		root, err := tlog.TreeHash(n, stored)
		check(err)
		roots[strconv.FormatInt(n, 10)] = root
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", signer.Name(), size, roots[strconv.FormatInt(size, 10)])
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	check(err)
	made := proofs(size, stored)
	made["checkpoint"] = string(signed)
	made["roots"] = roots
	made["leaves"] = leaves
	answer(made)
}

// cosigner checks the cosignatures of C2SP tlog-cosignature (v1, Ed25519), which note does not know by itself.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(c.key, []byte(message), signature[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	if len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		log.Fatal("not the key of a witness")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if parts[1] != fmt.Sprintf("%x", sum[:4]) {
		log.Fatal("the id is not that of the key")
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(sum[:4]), key[1:]}
}

func proof(file, vkey, wkey, entry string) {
	data, err := ioutil.ReadFile(file)
	check(err)
	parts := strings.SplitN(string(data), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		log.Fatal("not a proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	check(err)
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		path = append(path, hash)
	}
	verifier, err := note.NewVerifier(vkey)
	check(err)
	opened, err := note.Open([]byte(parts[1]), note.VerifierList(verifier, newCosigner(wkey)))
	check(err)
	tree, origin := head(opened.Text)
	check(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash([]byte(entry))))
	answer(map[string]interface{}{"origin": origin, "index": index, "signatures": len(opened.Sigs)})
}

func rate(size int64) {
	record := make([]byte, 231)
	stored := make(memory, 0, 2*size)
	begun := time.Now()
	for n := int64(0); n < size; n++ {
		binary.BigEndian.PutUint64(record, uint64(n))
		stored = stored.add(record, n)
	}
	answer(map[string]interface{}{"perSecond": float64(size) / time.Since(begun).Seconds()})
}

func answer(value interface{}) {
	check(json.NewEncoder(os.Stdout).Encode(value))
}

func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	check(err)
	return value
}

func main() {
	log.SetFlags(0)
	switch arguments := os.Args[2:]; os.Args[1] {
	case "open":
		open(arguments[0], arguments[1])
	case "audit":
		audit(arguments[0])
	case "write":
		write(arguments[0], number(arguments[1]))
	case "proof":
		proof(arguments[0], arguments[1], arguments[2], arguments[3])
	case "rate":
		rate(number(arguments[0]))
	}
}
