package kiro.secret;

import java.util.ArrayList;
import java.util.List;
import kiro.text.Order;

/// A stretch of a text that is a secret.
///
/// @param to after its last character
record SecretRange(int from, int to) {
    /// The same stretches in order, those that touch as one.
    static List<SecretRange> merged(List<SecretRange> found) {
        if (found.size() < 2) {
            return List.copyOf(found);
        }
        var merged = new ArrayList<SecretRange>();
        found.stream()
                .sorted(Order.by(SecretRange::from))
                .forEach(next -> {
                    SecretRange last = merged.isEmpty() ? next : merged.getLast();
                    if (!merged.isEmpty() && next.from <= last.to) {
                        merged.set(
                                merged.size() - 1,
                                new SecretRange(last.from, Math.max(last.to, next.to)));
                    } else {
                        merged.add(next);
                    }
                });
        return merged;
    }
}
