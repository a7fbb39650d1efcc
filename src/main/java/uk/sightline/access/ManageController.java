package uk.sightline.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;

/** What somebody's post lets them open or close about one record. */
@Controller
@Needs({Action.GRANT, Action.EXCLUDE, Action.SEAL})
class ManageController {

    private final Access access;
    private final GroundsQueries grounds;

    ManageController(Access access, GroundsQueries grounds) {
        this.access = access;
        this.grounds = grounds;
    }

    @GetMapping("/access/manage/{record}")
    @Transactional
    Html show(@PathVariable UUID record) {
        access.require(Action.VIEW, record);
        String kind = grounds.facts(record).orElseThrow(NoSuchRecord::new).kind();
        return Html.page("access/manage", new Page(record, kind.equals("identity"), access.actions()));
    }

    record Page(UUID record, boolean person, Set<Action> may) {}
}
