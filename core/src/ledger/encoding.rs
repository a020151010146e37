use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::GB18030;

/// How the characters of a CSV file are stored. Never guessed: Excel in China writes GB18030 unless it is told to write `CSV UTF-8`.
///
/// ```
/// use lvzhi::Encoding;
/// assert_eq!("gb18030".parse(), Ok(Encoding::Gb18030));
/// assert_eq!(Encoding::default(), Encoding::Utf8);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    #[default]
    Utf8,
    /// GB18030, and so GBK and GB2312, which are parts of it.
    Gb18030,
}

const UTF_8_MARK: &[u8] = "\u{feff}".as_bytes();

impl Encoding {
    /// The name as standards write it.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
        }
    }

    /// The text without a byte-order mark; none if the bytes are no such text.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let text = match self {
            Encoding::Utf8 => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
            // GB18030 would read the mark of UTF-8 as characters that nobody wrote.
            Encoding::Gb18030 if bytes.starts_with(UTF_8_MARK) => return None,
            Encoding::Gb18030 => GB18030.decode_without_bom_handling_and_without_replacement(bytes)?,
        };
        Some(match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
            Cow::Owned(text) => Cow::Owned(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        })
    }
}

/// A name that is neither `utf-8` nor `gb18030`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown encoding `{0}`: write `utf-8` or `gb18030`")]
pub struct UnknownEncoding(String);

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(Encoding::Utf8),
            "gb18030" | "gbk" | "gb2312" => Ok(Encoding::Gb18030),
            _ => Err(UnknownEncoding(name.to_owned())),
        }
    }
}
