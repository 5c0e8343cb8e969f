package org.example.harbour.adapter.memory;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.example.harbour.application.out.BerthStore;
import org.example.harbour.domain.Berth;
import org.springframework.stereotype.Component;

@Component
public class FixedBerths implements BerthStore {

    private static final Map<String, Berth> BERTHS =
            Map.of("N1", new Berth("N1", "North quay", LocalTime.of(6, 0)));

    @Override
    public Optional<Berth> find(String code) {
        return Optional.ofNullable(BERTHS.get(code));
    }
}
