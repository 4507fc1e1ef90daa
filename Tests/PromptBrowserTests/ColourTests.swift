import Testing

@testable import PromptBrowser

struct ColourTests {
    @Test func `colours have names, numbers and mixtures`() {
        #expect(Colour(named: "bright-red") == .palette(9))
        #expect(Colour(named: "208") == .palette(208))
        #expect(Colour(named: "#ff8700") == .rgb(red: 255, green: 135, blue: 0))
        #expect(Colour(named: "standard") == .standard)
        for name in ["", "256", "-1", "reddish", "#ff87", "#gg0000", "#+12345"] { #expect(Colour(named: name) == nil) }
    }

    @Test(arguments: [
        (Colour.palette(9), 8, 1), (.palette(9), 16, 9), (.palette(208), 256, 208), (.standard, 8, -1),
        (.rgb(red: 255, green: 135, blue: 0), 256, 208), (.rgb(red: 250, green: 10, blue: 10), 16, 9),
        (.rgb(red: 200, green: 0, blue: 0), 8, 1), (.rgb(red: 18, green: 52, blue: 86), 1 << 24, 0x123456),
        (.palette(208), 1 << 24, 0xFF8700), (.palette(3), 1 << 24, 3), (.palette(240), 16, 8), (.palette(240), 8, 0),
        (.rgb(red: 128, green: 128, blue: 128), 256, 244),
    ])
    func `a terminal with fewer colours shows the nearest`(colour: Colour, count: Int, number: Int) {
        #expect(colour.number(of: count) == number)
    }

    @Test func `looks are words`() throws {
        var look = Palette.Look()
        look.foreground = .palette(0)
        look.background = .palette(220)
        look.attributes = [.bold, .underline]
        #expect(Palette.Look("black on 220 bold underline") == look)
        #expect(Palette.Look("bold") != nil)
        for words in ["", " ", "on", "red green", "black on", "red on on blue", "loud", "red on blue green"] {
            #expect(Palette.Look(words) == nil, "\(words)")
        }
    }

    @Test(arguments: ["light", "dark"])
    func `a palette with a name has a look for everything but plain text`(name: String) throws {
        let palette = try #require(Palette.named[name])
        #expect(Set(Style.Role.allCases).subtracting(palette.looks.keys) == [.text])
    }
}
