import Glibc

/// Cell widths as the C library computes them, which is what ncurses acts on.
enum TerminalWidth {
    private typealias OfScalar = @convention(c) (wchar_t) -> CInt
    private typealias OfString = @convention(c) (UnsafePointer<wchar_t>?, Int) -> CInt

    /// Only a UTF-8 locale knows widths.
    private static let isReady = setlocale(LC_ALL, "C.UTF-8") != nil

    // Looked up by name, for the header keeps the declarations from strict ISO C and so from Swift.
    private static let wcwidth = dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: OfScalar.self) }
    private static let wcswidth = dlsym(nil, "wcswidth").map { unsafeBitCast($0, to: OfString.self) }

    /// What `wcwidth` says, -1 for what it would not print; nil where it cannot be asked.
    static func of(_ scalar: Unicode.Scalar) -> Int? {
        guard isReady else { return nil }
        return wcwidth.map { Int($0(wchar_t(scalar.value))) }
    }

    /// What `wcswidth` says, -1 if anything in `text` would not be printed; nil where it cannot be asked.
    static func of(_ text: String) -> Int? {
        guard isReady else { return nil }
        let wide = text.unicodeScalars.map { wchar_t($0.value) }
        return wcswidth.map { Int($0(wide, wide.count)) }
    }
}
