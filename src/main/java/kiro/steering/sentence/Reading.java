package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sentence was read as so far: the words' meanings in their places, the last first. Readings share what they began
/// with.
final class Reading {
    static final Reading EMPTY = new Reading(null, Optional.empty(), "", new Meaning.Free(""));

    private final @Nullable Reading before;
    private final Optional<Form> form;
    private final String label;
    private final Meaning meaning;

    private Reading(@Nullable Reading before, Optional<Form> form, String label, Meaning meaning) {
        this.before = before;
        this.form = form;
        this.label = label;
        this.meaning = meaning;
    }

    Reading with(String at, Meaning what) {
        return new Reading(this, form, at, what);
    }

    Reading as(Form which) {
        return new Reading(this, Optional.of(which), "", new Meaning.Free(""));
    }

    Form form() {
        return form.orElseThrow();
    }

    /// Those that have this label and are of this type, the first first.
    <M extends Meaning> List<M> all(String wanted, Class<M> type) {
        var all = new ArrayList<M>();
        for (Reading each = this; each != null; each = each.before) {
            if (each.label.equals(wanted) && type.isInstance(each.meaning)) {
                all.addFirst(type.cast(each.meaning));
            }
        }
        return all;
    }

    <M extends Meaning> Optional<M> first(String wanted, Class<M> type) {
        return all(wanted, type).stream().findFirst();
    }

    boolean has(String wanted) {
        return !all(wanted, Meaning.class).isEmpty();
    }
}
