/// A size in cells.
public struct Size: Equatable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// Creates a size.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A place in cells, from the top left corner.
public struct Position: Equatable, Sendable {
    /// The column, from 0.
    public var x: Int
    /// The row, from 0.
    public var y: Int

    /// Creates a place.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of cells; never of negative size.
struct Rect: Equatable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// Whether a place is in it.
    func contains(_ position: Position) -> Bool {
        x..<x + width ~= position.x && y..<y + height ~= position.y
    }

    /// The rectangle without its outermost cells.
    var inside: Rect { Rect(x: x + 1, y: y + 1, width: width - 2, height: height - 2) }

    /// Cuts off a left part.
    func split(left: Int) -> (Rect, Rect) {
        (
            Rect(x: x, y: y, width: left, height: height),
            Rect(x: x + left, y: y, width: width - left, height: height)
        )
    }

    /// Cuts off an upper part.
    func split(top: Int) -> (Rect, Rect) {
        (
            Rect(x: x, y: y, width: width, height: top),
            Rect(x: x, y: y + top, width: width, height: height - top)
        )
    }

    /// A rectangle of this size at most, in the middle.
    func centred(width wanted: Int, height wantedHeight: Int) -> Rect {
        let width = min(wanted, self.width)
        let height = min(wantedHeight, self.height)
        return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }
}
