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

    Optional<Loan> find(long id) {
        return Optional.ofNullable(loans.get(id));
    }

    List<Loan> findAll() {
        return List.copyOf(loans.values());
    }

    void put(Loan loan) {
        loans.put(loan.id(), loan);
    }

    public synchronized long nextId() {
        return ++last;
    }
}
