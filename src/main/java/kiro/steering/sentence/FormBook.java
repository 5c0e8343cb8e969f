package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// All forms of sentences as one pattern: what may stand before a sentence, the forms, what may stand behind it.
final class FormBook {
    private static final FormBook BUILT_IN = read(Lexicon.content("forms.txt"));

    private final Pattern leads;
    private final List<Entry> forms;
    private final Pattern tails;

    private FormBook(Pattern leads, List<Entry> forms, Pattern tails) {
        this.leads = leads;
        this.forms = forms;
        this.tails = tails;
    }

    private record Entry(Pattern form, NeededWords needed) {}

    static FormBook builtIn() {
        return BUILT_IN;
    }

    /// The forms that a sentence of these words may have.
    Pattern sentence(Set<String> words) {
        List<Pattern> possible =
                forms.stream()
                        .filter(entry -> entry.needed().areIn(words))
                        .map(Entry::form)
                        .toList();
        return new Pattern.Chain(List.of(leads, new Pattern.Either(possible), tails));
    }

    /// A sentence that is nothing but limits of the one before it.
    Pattern tails() {
        return tails;
    }

    private static FormBook read(String text) {
        var reader = new PatternReader();
        var leads = new ArrayList<Pattern>();
        var forms = new ArrayList<Entry>();
        var tails = new ArrayList<Pattern>();
        var needed = new IdentityHashMap<Pattern, NeededWords>();
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
                Pattern read = reader.read(pattern);
                forms.add(
                        new Entry(
                                new Pattern.Chain(List.of(new Pattern.Mark(form), read)),
                                NeededWords.of(read, needed)));
            }
        }
        Pattern before = new Pattern.Repeated(new Pattern.Either(leads));
        Pattern behind = new Pattern.Repeated(new Pattern.Either(tails));
        return new FormBook(before, forms, behind);
    }
}
