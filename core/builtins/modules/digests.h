// Digests of bytes: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202),
// BLAKE2 (RFC 7693), and the derivations of keys by them (RFC 8018, RFC 7914).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hothouse {

/// The digest of hashlib's name; false: there is none of that name.
bool digest_by_name(std::string_view name, std::string_view bytes, std::string* out);

std::string md5(std::string_view bytes);
std::string sha1(std::string_view bytes);
/// bits: 224 or 256.
std::string sha2_32(std::string_view bytes, int bits);
/// bits: 384 or 512.
std::string sha2_64(std::string_view bytes, int bits);
/// The first 64 bits of the fraction of the square root of the i-th prime.
uint64_t root_of_prime(int i);

/// bits: 224, 256, 384 or 512.
std::string sha3(std::string_view bytes, int bits);
/// bits: 128 or 256; `size` bytes of output.
std::string shake(std::string_view bytes, int bits, size_t size);

/// BLAKE2b with a parameter block of 64 bytes, or BLAKE2s with one of 32. The block of a key
/// stands before the message.
std::string blake2(std::string_view bytes, std::string_view parameters, bool last_node);

/// PBKDF2 with HMAC of a digest of hashlib's name, which is `block` bytes a block.
std::string pbkdf2(std::string_view name, size_t block, std::string_view password,
                   std::string_view salt, uint64_t iterations, size_t size);

struct ScryptCost {
  uint64_t n, r, p;
};
std::string scrypt(std::string_view password, std::string_view salt, ScryptCost cost, size_t size);

}  // namespace hothouse
