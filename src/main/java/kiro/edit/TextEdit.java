package kiro.edit;

import java.util.List;
import kiro.text.TextDocument;

/// What became of editing one text.
sealed interface TextEdit {
    /// @param notes what the one who edits should know, such as a tolerance that was needed
    record Made(TextDocument document, List<String> notes) implements TextEdit {
        public Made {
            notes = List.copyOf(notes);
        }
    }

    /// @param why says where and what does not fit, and what to try
    record Unfit(String why) implements TextEdit {}
}
