package se.varna.measures;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty catalogue of measures from data. */
@Service
public class CatalogueImport {

    private final MeasureKinds kinds;

    CatalogueImport(MeasureKinds kinds) {
        this.kinds = kinds;
    }

    @Transactional
    public void fillIfEmpty(List<MeasureKind> data) {
        if (kinds.count() == 0) {
            kinds.saveAll(data);
        }
    }
}
