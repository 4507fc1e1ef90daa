extension DemoTopic {
    static let cooking: [DemoTopic] = [
        DemoTopic(
            title: "Cook from what is there",
            tags: ["cooking", "leftovers"],
            note: "recipe from leftovers in fridge, 30 min, one pan, don't invent ingredients I don't have",
            role: "a home cook who wastes nothing",
            task: "Suggest a dinner from the ingredients below.",
            why: "It is half past six and everybody is hungry.",
            rules: [
                "Use only what is listed, plus oil, salt, pepper and flour.",
                "Take at most 30 minutes and one pan.",
                "Use up first what spoils first.",
                "Give weights in grams and temperatures in degrees Celsius.",
            ],
            format: ["the name of the dish", "numbered steps with times", "what to do with the rest"],
            input: "In the fridge:\n{{ingredients}}\nPeople: {{people}}",
            turns: [
                DemoTurn("for children", "Make it mild and let the children do two of the steps."),
                DemoTurn("vegan", "Make it vegan without substitutes from the laboratory."),
                DemoTurn("three choices", "Offer three dishes in one line each before you write one out."),
            ]
        ),
        DemoTopic(
            title: "Convert a recipe",
            tags: ["cooking", "units"],
            note: "US cups -> grams!! and scale to n people. baking times don't scale linearly",
            role: "a baker with a good pair of scales",
            task: "Convert the recipe below to metric units and scale it to {{people}} people.",
            why: "A cup of flour is whatever the cup is.",
            rules: [
                "Convert volumes of solids to grams and say which density you assumed.",
                "Round to what scales can show.",
                "Adapt the size of the tin and the baking time, and explain how.",
                "Leave out no step.",
            ],
            format: ["a table of ingredients, before and after", "the steps"],
            input: "{{recipe}}",
            turns: [
                DemoTurn("in a bread machine", "Adapt it to a bread machine of 750 g."),
                DemoTurn("high altitude", "Adapt it to 1800 m above the sea."),
                DemoTurn("baker's percentages", "Add a column with baker's percentages."),
            ],
            example: "| Before | After |\n|---|---|\n| 2 cups flour | 250 g flour (125 g per cup) |"
        ),
        DemoTopic(
            title: "Plan meals for a week",
            tags: ["cooking", "planning"],
            note: "week plan, 5 dinners, one shopping trip, reuse leftovers, budget {{budget}}",
            role: "someone who shops once a week and likes it that way",
            task: "Plan dinners from Monday to Friday for {{people}} people.",
            why: "Deciding at the shelf costs us money and temper.",
            rules: [
                "Buy everything in one trip; fresh things are eaten first.",
                "Stay within {{budget}}.",
                "Let one dinner feed the lunch of the next day.",
                "Repeat no main ingredient on two days in a row.",
            ],
            format: ["a table of the week", "a shopping list by aisle", "what to prepare on Sunday"],
            input: "We do not eat: {{dislikes}}\nAlready here: {{pantry}}",
            turns: [
                DemoTurn("in summer", "Plan for 35 degrees: the oven stays off."),
                DemoTurn("15 minutes", "Allow 15 minutes at the stove each evening."),
                DemoTurn("with a guest", "Have a guest on Thursday who eats no gluten."),
            ]
        ),
        DemoTopic(
            title: "Rescue a dish",
            tags: ["cooking", "troubleshooting"],
            note: "too salty / split sauce / dry cake -> what now. fast answer!",
            role: "a calm chef on the telephone",
            task: "Tell me how to rescue the dish below.",
            why: "The guests are already taking off their coats.",
            rules: [
                "Begin with what I have to do in the next minute.",
                "Rank the remedies by how sure they are.",
                "Say honestly when it is lost, and what it can become then.",
                "Explain the chemistry in one sentence, last.",
            ],
            format: ["do this now", "if that fails", "next time"],
            input: "Dish: {{dish}}\nProblem: {{problem}}",
            turns: [
                DemoTurn("baking", "Assume that it is in the oven and cannot be tasted."),
                DemoTurn("no shopping", "Use nothing that I would have to buy."),
                DemoTurn("to read at arm's length", "Use lines of at most six words; my hands are full of dough."),
            ]
        ),
    ]

    static let images: [DemoTopic] = [
        DemoTopic(
            title: "Describe an image for blind readers",
            tags: ["alt-text", "accessibility", "images"],
            note: "alt text: 125 chars, what matters in THIS page, no 'image of'",
            role: "an editor who tests pages with a screen reader",
            task: "Write the alternative text of the picture described below.",
            why: "Ours are mostly file names.",
            rules: [
                "Say what the picture tells in the context of this page.",
                "Stay under 125 characters.",
                "Start with the subject and never with \"image of\".",
                "Return an empty text if the picture is mere decoration.",
            ],
            format: ["the alternative text", "a long description for charts and maps"],
            input: "Page: {{page}}\nPicture: {{picture}}",
            turns: [
                DemoTurn("for a shop", "Mention colour, material and fit, since people want to buy it."),
                DemoTurn("people", "Describe people by what they do and not by what you assume they are."),
                DemoTurn("as HTML", "Return the complete `<img>` element."),
            ],
            example:
                "```html\n"
                + "<img src=\"bridge.jpg\" alt=\"Cyclists wait under the bridge while the river covers the path\">\n```"
        ),
        DemoTopic(
            title: "Compose a watercolour scene",
            tags: ["images", "illustration", "style"],
            note: "watercolor image prompt: subject, light, palette, NOT: text, frames, extra fingers",
            role: "an illustrator who thinks in light before things",
            task: "Write a prompt for an image model that shows {{scene}} as a watercolour.",
            why: "It becomes the cover of a small printed calendar.",
            rules: [
                "Name the subject first, then the light, then the palette.",
                "Choose three pigments and let one of them lead.",
                "Leave a third of the paper white.",
                "Exclude text, frames and borders.",
            ],
            format: ["one paragraph of at most 70 words", "a negative prompt", "the aspect ratio"],
            input: "Scene: {{scene}}\nSeason: {{season}}",
            turns: [
                DemoTurn("twelve months", "Vary the light for each of the twelve months in one line each."),
                DemoTurn("at night", "Set it at night, with a single lamp."),
                DemoTurn("ink outlines", "Add loose ink outlines that do not meet."),
            ]
        ),
        DemoTopic(
            title: "Brief a product photo",
            tags: ["images", "product", "photography"],
            note: "product shot prompt. lens, light, surface. looks real, not CGI",
            role: "a still-life photographer with one lamp and patience",
            task: "Write the brief for a photograph of {{product}}.",
            why: "The last ones looked like renderings.",
            rules: [
                "Give focal length, aperture and the height of the camera.",
                "Describe one main light, where it stands and what softens it.",
                "Choose a surface that people have at home.",
                "Allow one small flaw that makes it believable.",
            ],
            format: ["the brief as a list", "the same as one prompt of 60 words"],
            input: "Product: {{product}}\nUsed for: {{use}}",
            turns: [
                DemoTurn("in the hand", "Show it in the hand of someone who works with it."),
                DemoTurn("square and tall", "Frame it so that it can be cropped square and 9:16."),
                DemoTurn("dark background", "Set it on slate with one narrow edge of light."),
            ]
        ),
        DemoTopic(
            title: "Design an icon set",
            tags: ["images", "icons", "svg"],
            note: "icons as svg, 24px grid, 2px stroke, consistent corners. list of names -> svg",
            role: "an icon designer who counts pixels",
            task: "Draw the icons listed below as SVG.",
            why: "Ours come from four different sets and look like it.",
            rules: [
                "Use a grid of 24 by 24 with a margin of 2.",
                "Use strokes of 2 with round caps, no fills and `currentColor`.",
                "Keep each icon under 12 path commands.",
                "Make them recognisable at 16 pixels.",
            ],
            format: ["one SVG per icon in its own code block", "a sentence about the idea of each"],
            input: "Icons:\n{{names}}",
            turns: [
                DemoTurn("two weights", "Add a version with strokes of 1.5."),
                DemoTurn("in pairs", "Draw on and off as a pair that differs in more than colour."),
                DemoTurn("mirrored", "Say which of them must be mirrored for right-to-left text."),
            ],
            example: "```svg\n<svg viewBox=\"0 0 24 24\"><path d=\"M4 12h16\" stroke=\"currentColor\"/></svg>\n```"
        ),
    ]
}
