package kiro.cli.terminal;

/// Something that was typed.
public sealed interface Key {
    /// A character, as a person sees it.
    record Typed(String text) implements Key {}

    /// Text that was pasted, with its line ends.
    record Pasted(String text) implements Key {}

    /// Control and a letter, which is in lower case.
    record Control(char letter) implements Key {}

    /// Alt, or escape before it, and a character.
    record Alt(char letter) implements Key {}

    /// A key that has a name.
    enum Named implements Key {
        ENTER,
        /// A line end that does not end the text.
        NEW_LINE,
        ESCAPE,
        TAB,
        BACK_TAB,
        BACKSPACE,
        DELETE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        WORD_LEFT,
        WORD_RIGHT,
        HOME,
        END,
        PAGE_UP,
        PAGE_DOWN,
        /// A sequence that means nothing here.
        UNKNOWN
    }
}
