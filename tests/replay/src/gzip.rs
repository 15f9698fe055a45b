//! A body in gzip (RFC 1952), each piece a block of its own that is stored as it is (RFC 1951
//! §3.2.4): whoever reads it must unpack it, and can do so piece by piece.

/// Writes one body.
pub(crate) struct Gzip {
    check: u32,
    length: u32,
}

/// Magic, deflate, no flags, no time, no level, no system.
pub(crate) const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

impl Gzip {
    pub(crate) fn new() -> Self {
        Self {
            check: u32::MAX,
            length: 0,
        }
    }

    /// The blocks of a piece.
    pub(crate) fn piece(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len() + 5);
        for block in bytes.chunks(usize::from(u16::MAX)) {
            let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
            out.push(0);
            out.extend(length.to_le_bytes());
            out.extend((!length).to_le_bytes());
            out.extend(block);
        }
        for byte in bytes {
            self.check ^= u32::from(*byte);
            for _ in 0..8 {
                let low = self.check & 1;
                self.check = (self.check >> 1) ^ (0xedb8_8320 * low);
            }
        }
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.length = self.length.wrapping_add(length);
        out
    }

    /// The last block, which is empty, the checksum and the length.
    pub(crate) fn end(self) -> Vec<u8> {
        let mut out = vec![1, 0, 0, 0xff, 0xff];
        out.extend((!self.check).to_le_bytes());
        out.extend(self.length.to_le_bytes());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_standards() {
        let mut gzip = Gzip::new();
        assert_eq!(gzip.piece(b"12345"), b"\0\x05\0\xfa\xff12345");
        gzip.piece(b"6789");
        let end = gzip.end();
        // The check value of CRC-32 for the nine digits.
        assert_eq!(end[5..9], 0xcbf4_3926_u32.to_le_bytes());
        assert_eq!(end[9..], 9_u32.to_le_bytes());
    }
}
