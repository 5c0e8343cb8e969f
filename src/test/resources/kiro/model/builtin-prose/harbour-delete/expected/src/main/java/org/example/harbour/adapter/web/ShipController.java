package org.example.harbour.adapter.web;

import org.example.harbour.application.in.AnnounceShip;
import org.example.harbour.application.in.ViewShip;
import org.example.harbour.domain.Agent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ShipController {

    private final AnnounceShip announceShip;
    private final ViewShip viewShip;

    public ShipController(AnnounceShip announceShip, ViewShip viewShip) {
        this.announceShip = announceShip;
        this.viewShip = viewShip;
    }

    @PostMapping("/v1/ships")
    @ResponseStatus(HttpStatus.CREATED)
    public ShipView announce(
            @RequestAttribute(TokenFilter.AGENT) Agent caller, @RequestParam String name) {
        return ShipView.of(announceShip.announce(caller, name));
    }

    @GetMapping("/v1/ships/{callSign}")
    public ShipView view(@PathVariable String callSign) {
        return ShipView.of(viewShip.view(callSign));
    }

    @DeleteMapping("/v1/ships/{callSign}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(
            @RequestAttribute(TokenFilter.AGENT) Agent caller, @PathVariable String callSign) {
        announceShip.delete(caller.id(), callSign);
    }
}
