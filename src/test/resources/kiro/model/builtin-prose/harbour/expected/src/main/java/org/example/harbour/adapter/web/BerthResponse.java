package org.example.harbour.adapter.web;

import java.time.LocalTime;
import org.example.harbour.domain.Berth;

public record BerthResponse(String code, String quay, LocalTime opensAt) {

    static BerthResponse of(Berth berth) {
        return new BerthResponse(berth.code(), berth.quay(), berth.opensAt());
    }
}
