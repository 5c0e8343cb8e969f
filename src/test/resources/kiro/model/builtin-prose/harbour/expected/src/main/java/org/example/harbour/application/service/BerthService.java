package org.example.harbour.application.service;

import org.example.harbour.application.in.ViewBerth;
import org.example.harbour.application.out.BerthStore;
import org.example.harbour.domain.Berth;
import org.example.harbour.domain.BerthNotFound;
import org.springframework.stereotype.Service;

@Service
public class BerthService implements ViewBerth {

    private final BerthStore berths;

    public BerthService(BerthStore berths) {
        this.berths = berths;
    }

    @Override
    public Berth getBerth(String id) {
        return berths.find(id).orElseThrow(() -> new BerthNotFound(id));
    }
}
