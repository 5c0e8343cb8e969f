package org.example.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

@Component
public class LoanStore {
    private final Map<Long, Loan> loans = new TreeMap<>();
    private long last;

    public synchronized Optional<Loan> find(long id) {
        return Optional.ofNullable(loans.get(id));
    }

    public synchronized List<Loan> findAll() {
        return List.copyOf(loans.values());
    }

    public synchronized void put(Loan loan) {
        loans.put(loan.id(), loan);
    }

    public synchronized long nextId() {
        return ++last;
    }
}
