package kiro.workspace.dependency;

import java.util.Comparator;
import kiro.text.Order;

/// A dependency by its name.
///
/// @param ecosystem `maven`, `npm`, `pypi`, `go` or `cargo`
/// @param name as its ecosystem has it, such as `com.acme:tool` or `left-pad`
public record Dependency(String ecosystem, String name) implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER =
            Order.by(Dependency::ecosystem).then(Dependency::name);

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
