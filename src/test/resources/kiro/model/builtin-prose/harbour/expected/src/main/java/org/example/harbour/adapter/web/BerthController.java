package org.example.harbour.adapter.web;

import org.example.harbour.application.in.ViewBerth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BerthController {

    private final ViewBerth viewBerth;

    public BerthController(ViewBerth viewBerth) {
        this.viewBerth = viewBerth;
    }

    @GetMapping("/v1/berths/{code}")
    public BerthResponse get(@PathVariable String code) {
        return BerthResponse.of(viewBerth.getBerth(code));
    }
}
