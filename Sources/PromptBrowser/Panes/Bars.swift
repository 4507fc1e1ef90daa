/// Numbers as small pictures.
enum Bars {
    private static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// One column per value 0...1; nothing at all is the lowest step.
    static func sparkline(_ values: [Double]) -> String {
        String(
            values.map { value in
                steps[min(max(Int((value * Double(steps.count - 1)).rounded()), 0), steps.count - 1)]
            }
        )
    }

    /// A value 0...1 as a bar of `width` cells.
    static func bar(_ value: Double, width: Int) -> String {
        let full = min(max(Int((value * Double(width)).rounded()), 0), width)
        return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    }
}
