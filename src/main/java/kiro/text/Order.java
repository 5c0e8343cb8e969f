package kiro.text;

import java.util.Comparator;
import java.util.function.Function;

/// An order by what things have, first by one and among equals by the next.
///
/// Java's own ways to say this can be written to streams, and for that they are made anew at each start, which takes the first
/// of them some ten milliseconds. This one comes from the cache.
public final class Order<T> implements Comparator<T> {
    private final Comparator<T> order;

    private Order(Comparator<T> order) {
        this.order = order;
    }

    public static <T, K extends Comparable<? super K>> Order<T> by(
            Function<? super T, ? extends K> key) {
        return new Order<>((one, other) -> key.apply(one).compareTo(key.apply(other)));
    }

    public <K extends Comparable<? super K>> Order<T> then(Function<? super T, ? extends K> key) {
        return new Order<>((one, other) -> {
            int first = order.compare(one, other);
            return first != 0 ? first : key.apply(one).compareTo(key.apply(other));
        });
    }

    @Override
    public Order<T> reversed() {
        return new Order<>((one, other) -> order.compare(other, one));
    }

    @Override
    public int compare(T one, T other) {
        return order.compare(one, other);
    }
}
