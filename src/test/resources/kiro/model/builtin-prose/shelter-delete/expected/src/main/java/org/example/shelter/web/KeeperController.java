package org.example.shelter.web;

import org.example.shelter.service.KeeperService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/keepers")
public class KeeperController {

    private final KeeperService keepers;

    public KeeperController(KeeperService keepers) {
        this.keepers = keepers;
    }

    @DeleteMapping("/{badge}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(@PathVariable String badge) {
        keepers.deleteKeeper(badge);
    }
}
