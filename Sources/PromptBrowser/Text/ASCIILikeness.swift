/// Which ASCII character looks most like another one.
enum ASCIILikeness {
    /// One printable ASCII scalar, or nil where none comes close.
    static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20..<0x7F:
            scalar
        case 0xA0..<0x180:
            known(latin[Int(scalar.value) - 0xA0])
        case 0x2500..<0x2580:
            line(scalar)
        case 0xFF01..<0xFF5F:
            Unicode.Scalar(scalar.value - 0xFEE0)
        default:
            symbols[scalar]
        }
    }

    private static func known(_ likeness: Unicode.Scalar) -> Unicode.Scalar? {
        likeness == "?" ? nil : likeness
    }

    /// U+00A0 to U+017F in order: letters without their accents, `?` for none.
    private static let latin: [Unicode.Scalar] = Array(
        """
         !cL?Y|S"ca<--R-o+23'uP.,1o>????AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs\
        aaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg\
        GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs\
        SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
        """.unicodeScalars
    )

    /// Box drawing: any line that turns or meets another is a plus sign.
    private static func line(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾":
            "-"
        case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿":
            "|"
        case "╱":
            "/"
        case "╲":
            "\\"
        case "╳":
            "X"
        default:
            "+"
        }
    }

    private static let symbols: [Unicode.Scalar: Unicode.Scalar] = [
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‹": "<", "›": ">",
        "…": ".", "⧗": "~", "′": "'", "″": "\"", "•": "*", "‣": ">", "∙": ".", "⋅": ".", "❤": "*",
        "★": "*", "☆": "*", "✦": "*", "✱": "*", "●": "*", "○": "o", "◦": "o", "◆": "*", "◇": "o",
        "■": "#", "□": "o", "▪": "*", "✓": "+", "✔": "+", "✗": "x", "✘": "x", "≤": "<", "≥": ">",
        "▸": ">", "▶": ">", "►": ">", "❯": ">", "◂": "<", "◀": "<", "◄": "<", "❮": "<",
        "▴": "^", "▲": "^", "▾": "v", "▼": "v", "←": "<", "→": ">", "↑": "^", "↓": "v",
        "▁": "_", "▂": ".", "▃": ".", "▄": "-", "▅": "-", "▆": "=", "▇": "=", "█": "#",
        "▀": "-", "▌": "|", "▐": "|", "░": ".", "▒": ":", "▓": "#",
        "\u{2000}": " ", "\u{2001}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2004}": " ",
        "\u{2005}": " ", "\u{2006}": " ", "\u{2007}": " ", "\u{2008}": " ", "\u{2009}": " ",
        "\u{200A}": " ", "\u{202F}": " ", "\u{3000}": " ", "、": ",", "。": ".", "␊": "$",
    ]
}
