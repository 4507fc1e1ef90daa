/// Where the panes are: a pure function of the size of the screen and of what is wanted of it.
struct Layout: Equatable, Sendable {
    /// A frame on the screen, and the panes that share it; one of them is shown.
    struct Slot: Equatable, Sendable {
        let panes: [Pane]
        let shown: Pane
        let rect: Rect

        /// Where the pane draws: text stands off the frame where there is room, lists use all of it.
        var content: Rect {
            let inside = rect.inside
            guard inside.width >= 26, shown != .prompts, shown != .lineage else { return inside }
            return Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: inside.height)
        }
    }

    /// What is wanted.
    struct Wishes: Equatable, Sendable {
        var focus = Pane.prompts
        /// The pane beside the list that had the focus last.
        var lastBeside = Pane.detail
        var isZoomed = false
        /// Percent of the screen added to the list's usual share.
        var listGrowth = 0
    }

    /// The smallest screen that can be used.
    static let smallest = Size(width: 40, height: 12)

    let size: Size
    let slots: [Slot]

    /// Where the first line of the screen is drawn.
    var header: Rect { Rect(x: 0, y: 0, width: size.width, height: 1) }
    /// Where the last line of the screen is drawn.
    var footer: Rect { Rect(x: 0, y: size.height - 1, width: size.width, height: 1) }

    /// - Returns: nil where the screen is too small.
    init?(_ size: Size, _ wishes: Wishes) {
        guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else { return nil }
        self.size = size
        let body = Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
        slots = Self.frames(body, wishes).map { rect, panes in
            let shown =
                panes.contains(wishes.focus)
                ? wishes.focus : panes.contains(wishes.lastBeside) ? wishes.lastBeside : panes[0]
            return Slot(panes: panes, shown: shown, rect: rect)
        }
    }

    /// Where a pane that is shown draws.
    func content(of pane: Pane) -> Rect? { slots.first { $0.shown == pane }?.content }

    private static func frames(_ body: Rect, _ wishes: Wishes) -> [(Rect, [Pane])] {
        let share = { (whole: Int, percent: Int) in
            whole * min(max(percent + wishes.listGrowth, 20), 75) / 100
        }
        if wishes.isZoomed { return [(body, [wishes.focus])] }
        if body.width < 80 && body.height < 40 { return [(body, Pane.allCases)] }
        if body.width < 100 {
            if body.height < 16 {
                let (left, right) = body.split(left: share(body.width, 50))
                return [(left, [.prompts]), (right, [.detail, .lineage, .metrics, .feedback])]
            }
            let (list, below) = body.split(top: share(body.height, 42))
            return [(list, [.prompts])] + (body.height < 40 ? pair(below) : stack(below))
        }
        if body.width >= 160 {
            let (list, rest) = body.split(left: share(body.width, 36))
            let (detail, column) = rest.split(left: rest.width * 58 / 100)
            let (lineage, lower) = column.split(top: column.height * 46 / 100)
            let (metrics, feedback) = lower.split(top: min(9, lower.height / 2))
            return [
                (list, [.prompts]), (detail, [.detail]), (lineage, [.lineage]), (metrics, [.metrics]),
                (feedback, [.feedback]),
            ]
        }
        let (list, right) = body.split(left: share(body.width, 46))
        return [(list, [.prompts])] + (body.height < 24 ? halves(right) : stack(right))
    }

    /// Detail, and the rest behind tabs beside it.
    private static func pair(_ area: Rect) -> [(Rect, [Pane])] {
        let (detail, rest) = area.split(left: area.width * 55 / 100)
        return [(detail, [.detail]), (rest, [.lineage, .metrics, .feedback])]
    }

    /// Detail, and the rest behind tabs below it.
    private static func halves(_ area: Rect) -> [(Rect, [Pane])] {
        let (detail, rest) = area.split(top: area.height * 55 / 100)
        return [(detail, [.detail]), (rest, [.lineage, .metrics, .feedback])]
    }

    /// Detail above Lineage and Metrics above Feedback.
    private static func stack(_ area: Rect) -> [(Rect, [Pane])] {
        let (detail, below) = area.split(top: area.height * 46 / 100)
        let (middle, feedback) = below.split(top: max(8, below.height * 55 / 100))
        let (lineage, metrics) = middle.split(left: middle.width * 54 / 100)
        return [(detail, [.detail]), (lineage, [.lineage]), (metrics, [.metrics]), (feedback, [.feedback])]
    }
}
