/// Where a list is and the text of what is under its cursor: side by side, or one above the other where that is too
/// narrow.
struct ListAndText: Equatable, Sendable {
    let list: Rect
    let text: Rect
    let isBeside: Bool

    /// - Parameter leastLines: of the list, where it is above the text.
    init(in inside: Rect, leastLines: Int) {
        isBeside = inside.width >= 70
        if isBeside {
            let (left, right) = inside.split(left: min(36, inside.width * 36 / 100))
            list = left
            text = Rect(x: right.x + 2, y: right.y, width: right.width - 3, height: right.height)
        } else {
            let (above, below) = inside.split(top: max(leastLines, inside.height / 4))
            list = above
            text = Rect(x: below.x + 1, y: below.y + 1, width: below.width - 2, height: below.height - 1)
        }
    }

    /// Draws the line between the two.
    func drawDivider(on surface: inout Surface, isInText: Bool) {
        let style = Style(isInText ? .focus : .border)
        if isBeside {
            for y in list.y..<list.y + list.height {
                surface.write("│", x: list.x + list.width, y: y, width: 1, style: style)
            }
        } else {
            for x in list.x..<list.x + list.width {
                surface.write("─", x: x, y: list.y + list.height, width: 1, style: style)
            }
        }
    }
}
