import Glibc

/// Cell widths as the C library computes them, which is what ncurses acts on.
enum TerminalWidth {
    private typealias Function = @convention(c) (wchar_t) -> CInt

    /// Swift does not see the declaration, which the header keeps from strict ISO C. Nil, and every
    /// width with it, where there is no UTF-8 locale either: only such a one knows about widths.
    private static let function: Function? = {
        guard setlocale(LC_ALL, "C.UTF-8") != nil, let symbol = dlsym(nil, "wcwidth") else { return nil }
        return unsafeBitCast(symbol, to: Function.self)
    }()

    /// What `wcwidth` says, -1 for what it would not print.
    static func of(_ scalar: Unicode.Scalar) -> Int? {
        function.map { Int($0(wchar_t(scalar.value))) }
    }

    /// What `wcswidth` would say: the sum, or -1 if anything in `text` would not be printed.
    static func of(_ text: String) -> Int? {
        var sum = 0
        for scalar in text.unicodeScalars {
            guard let width = of(scalar) else { return nil }
            if width < 0 { return -1 }
            sum += width
        }
        return sum
    }
}
