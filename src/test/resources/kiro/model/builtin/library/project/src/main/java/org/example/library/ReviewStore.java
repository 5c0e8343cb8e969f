package org.example.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

@Component
public class ReviewStore {
    private final Map<Long, Review> reviews = new TreeMap<>();
    private long last;

    public synchronized long nextId() {
        return ++last;
    }

    public synchronized Optional<Review> find(long id) {
        return Optional.ofNullable(reviews.get(id));
    }

    public synchronized List<Review> findAll() {
        return new ArrayList<>(reviews.values());
    }

    public synchronized void put(Review review) {
        reviews.put(review.id(), review);
    }

    public synchronized void delete(long id) {
        reviews.remove(id);
    }
}
