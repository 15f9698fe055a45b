//! Sans-IO incremental decoders: bytes in, borrowed events out.
