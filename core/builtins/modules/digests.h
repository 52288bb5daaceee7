// Digests of bytes: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).
#pragma once

#include <string>
#include <string_view>

namespace hothouse {

std::string md5(std::string_view bytes);
std::string sha1(std::string_view bytes);
/// bits: 224 or 256.
std::string sha2_32(std::string_view bytes, int bits);
/// bits: 384 or 512.
std::string sha2_64(std::string_view bytes, int bits);

}  // namespace hothouse
