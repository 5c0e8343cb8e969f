package kiro.spec;

import java.util.List;
import kiro.text.SourceSpan;

/// Something that a spec's `design.md` says always holds, to be tested with many inputs.
///
/// @param number as in `Property 3`
/// @param name the words of its heading behind the number; may be empty
/// @param text what holds, on one line
/// @param validates the criteria that it shows to be met
/// @param span its heading to its last line, in the document of the design
public record CorrectnessProperty(
        String number, String name, String text, List<Citation> validates, SourceSpan span) {
    public CorrectnessProperty {
        validates = List.copyOf(validates);
    }
}
