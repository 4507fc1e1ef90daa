// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "prompt-alchemy",
    products: [
        .executable(name: "prompt-alchemy", targets: ["prompt-alchemy"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses",
            providers: [.apt(["libncurses-dev"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .target(
            name: "PromptStore",
            dependencies: [
                "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "PromptBrowser",
            dependencies: ["PromptStore"]
        ),
        .target(
            name: "PromptTerminal",
            dependencies: [
                "CNcurses",
                "PromptBrowser",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .target(
            name: "PromptSettings",
            dependencies: [
                "PromptBrowser",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .executableTarget(
            name: "prompt-alchemy",
            dependencies: [
                "PromptSettings",
                "PromptTerminal",
                "PromptBrowser",
                "PromptStore",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "PromptTestSupport",
            dependencies: ["PromptBrowser", "PromptStore"]
        ),
        .testTarget(
            name: "PromptStoreTests",
            dependencies: [
                "PromptStore",
                "PromptTestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "PromptBrowserTests",
            dependencies: ["PromptBrowser", "PromptTestSupport"],
            exclude: ["Screens"]
        ),
        .testTarget(
            name: "PromptSettingsTests",
            dependencies: ["PromptSettings", "PromptBrowser", "PromptTestSupport"]
        ),
        .testTarget(
            name: "PromptTerminalTests",
            dependencies: ["PromptTerminal"]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["PromptStore", "PromptTestSupport"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
