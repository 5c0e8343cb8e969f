package org.example.harbour.application.in;

import org.example.harbour.domain.Berth;

public interface ViewBerth {
    Berth getBerth(String id);
}
