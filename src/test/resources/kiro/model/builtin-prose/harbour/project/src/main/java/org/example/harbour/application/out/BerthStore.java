package org.example.harbour.application.out;

import java.util.Optional;
import org.example.harbour.domain.Berth;

public interface BerthStore {

    Optional<Berth> find(String code);
}
