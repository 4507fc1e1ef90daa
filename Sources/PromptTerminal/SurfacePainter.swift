import CNcurses
import PromptBrowser

/// Puts surfaces on the glass; only rows that differ are written, and of those ncurses sends what differs.
struct SurfacePainter {
    private let theme: Theme
    private let isASCII: Bool
    private var shown: Surface?

    init(theme: Theme, isASCII: Bool) {
        self.theme = theme
        self.isASCII = isASCII
    }

    /// Forgets what is on the glass, so that everything is written again.
    mutating func forget() { shown = nil }

    mutating func paint(_ picture: Surface) {
        let surface = isASCII ? picture.ascii() : picture
        guard let screen = pa_screen() else { return }
        let height = min(surface.size.height, Int(getmaxy(screen)))
        let previous = shown?.size == surface.size ? shown : nil
        for y in 0..<height where previous.map({ $0.row(y) != surface.row(y) }) ?? true {
            paint(surface.row(y), y: y, on: screen)
        }
        if let cursor = surface.cursor {
            curs_set(1)
            wmove(screen, Int32(cursor.y), Int32(cursor.x))
        } else {
            curs_set(0)
        }
        wrefresh(screen)
        shown = surface
    }

    private func paint(_ row: ArraySlice<Cell>, y: Int, on screen: UnsafeMutablePointer<WINDOW>) {
        let width = Int(getmaxx(screen))
        for (x, cell) in row.enumerated() where cell.width > 0 && x + Int(cell.width) <= width {
            let look = theme.look(cell.style)
            var character = cchar_t()
            var scalars = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
            scalars.append(0)
            setcchar(&character, &scalars, look.attributes, look.pair, nil)
            wmove(screen, Int32(y), Int32(x))
            wadd_wch(screen, &character)
        }
    }
}
