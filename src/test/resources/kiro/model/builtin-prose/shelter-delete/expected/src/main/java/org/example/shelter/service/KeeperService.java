package org.example.shelter.service;

import org.example.shelter.domain.Keeper;
import org.example.shelter.failure.NotFoundException;
import org.example.shelter.failure.RuleViolationException;
import org.example.shelter.store.KeeperStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class KeeperService {

    private final KeeperStore keepers;

    public KeeperService(KeeperStore keepers) {
        this.keepers = keepers;
    }

    @Transactional
    public void deleteKeeper(String badge) {
        Keeper keeper =
                keepers.findByBadge(badge)
                        .orElseThrow(() -> new NotFoundException("keeper", badge));
        if (keepers.hasAnimals(keeper.id())) {
            throw new RuleViolationException("keeper " + badge + " cannot be deleted now");
        }
        keepers.deleteByBadge(badge);
    }
}
