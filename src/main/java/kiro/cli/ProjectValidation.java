package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.SpecContent;
import kiro.spec.SpecStore;
import kiro.spec.rule.SpecCheck;
import kiro.text.Hash;
import kiro.text.PackReader;

/// Checks all specs of a project, those of which nothing is kept from an earlier run.
final class ProjectValidation {
    private final SpecCheck check;
    private final KeptChecks kept;

    ProjectValidation(SpecCheck check, KeptChecks kept) {
        this.check = check;
        this.kept = kept;
    }

    /// One spec on the way: checked now, or kept and not unpacked yet. The digest is that of its files, where it says all.
    private sealed interface Checked {
        Optional<Hash> digest();

        record Now(Optional<Hash> digest, Validation.Part part) implements Checked {}

        record Before(Optional<Hash> digest, PackReader packed) implements Checked {}
    }

    /// @param store read again where what is kept turns out to be unusable
    Validation of(SpecStore store) {
        List<Checked> specs = store.each(this::checked);
        Optional<Hash> all = digest(specs);
        try {
            Optional<PackReader> before = all.flatMap(kept::run);
            return before.isPresent() ? PackedValidation.validation(before.get()) : now(specs, all);
        } catch (IOException unusable) {
            return new ProjectValidation(check, KeptChecks.none()).of(store);
        }
    }

    private Checked checked(SpecContent content) {
        Optional<Hash> digest = kept.isAnything() ? content.digest() : Optional.empty();
        Optional<PackReader> packed =
                digest.isPresent() ? kept.part(digest.get()) : Optional.empty();
        return packed.isPresent()
                ? new Checked.Before(digest, packed.get())
                : new Checked.Now(digest, Validation.part(check, content.reading(), true));
    }

    private Validation now(List<Checked> specs, Optional<Hash> all) throws IOException {
        var parts = new ArrayList<Validation.Part>(specs.size());
        for (Checked each : specs) {
            parts.add(
                    switch (each) {
                        case Checked.Now now -> now.part();
                        case Checked.Before before ->
                                PackedValidation.part(before.packed().again());
                    });
        }
        Validation validation = Validation.of(check, parts, SpecCheck.Scope.PROJECT, List.of());
        if (kept.isKeeping(specs.size())) {
            kept.save(all, PackedValidation.of(validation), results(specs));
        }
        return validation;
    }

    private static Map<Hash, byte[]> results(List<Checked> specs) {
        Map<Hash, byte[]> results = LinkedHashMap.newLinkedHashMap(specs.size());
        for (Checked each : specs) {
            each.digest()
                    .ifPresent(digest ->
                            results.put(
                                    digest,
                                    switch (each) {
                                        case Checked.Now now -> PackedValidation.of(now.part());
                                        case Checked.Before before -> before.packed().bytes();
                                    }));
        }
        return results;
    }

    /// Of all specs, in their order; empty where one of them may be different a moment later.
    private static Optional<Hash> digest(List<Checked> specs) {
        var all = new StringBuilder();
        for (Checked each : specs) {
            if (each.digest().isEmpty()) {
                return Optional.empty();
            }
            all.append(each.digest().get());
        }
        return Optional.of(Hash.of(all.toString()));
    }
}
