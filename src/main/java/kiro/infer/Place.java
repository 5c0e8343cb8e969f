package kiro.infer;

import java.util.Comparator;
import kiro.code.SyntaxNode;
import kiro.text.Order;

/// Where in the code something was read.
///
/// @param file relative to the workspace
public record Place(String file, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Order.by(Place::file).then(Place::line);

    static Place of(String file, SyntaxNode node) {
        return new Place(file, node.line());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
