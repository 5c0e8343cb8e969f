package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All forms of sentences as one pattern: what may stand before a sentence, the forms, what may stand behind it.
final class FormBook {
    private static final FormBook BUILT_IN = read(Lexicon.content("forms.txt"));

    private final Pattern sentence;
    private final Pattern tails;

    private FormBook(Pattern sentence, Pattern tails) {
        this.sentence = sentence;
        this.tails = tails;
    }

    static FormBook builtIn() {
        return BUILT_IN;
    }

    Pattern sentence() {
        return sentence;
    }

    /// A sentence that is nothing but limits of the one before it.
    Pattern tails() {
        return tails;
    }

    private static FormBook read(String text) {
        var reader = new PatternReader();
        var leads = new ArrayList<Pattern>();
        var forms = new ArrayList<Pattern>();
        var tails = new ArrayList<Pattern>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("//")) {
                continue;
            }
            int equals = line.indexOf(" = ");
            String name = line.substring(0, equals);
            String pattern = line.substring(equals + 3);
            if (name.startsWith("def ")) {
                reader.define(name.substring(4), pattern);
            } else if (name.equals("lead")) {
                leads.add(reader.read(pattern));
            } else if (name.equals("tail")) {
                tails.add(reader.read(pattern));
            } else {
                Form form = Form.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
                forms.add(new Pattern.Chain(List.of(new Pattern.Mark(form), reader.read(pattern))));
            }
        }
        Pattern before = new Pattern.Repeated(new Pattern.Either(leads));
        Pattern behind = new Pattern.Repeated(new Pattern.Either(tails));
        return new FormBook(
                new Pattern.Chain(List.of(before, new Pattern.Either(forms), behind)), behind);
    }
}
