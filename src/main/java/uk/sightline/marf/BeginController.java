package uk.sightline.marf;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;
import uk.sightline.platform.Ids;
import uk.sightline.referrals.Channel;

/** Begins a referral, by the first screen; and lists those that are not finished. */
@Controller
@RequestMapping("/marf")
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class BeginController {

    private final Drafts drafts;
    private final DraftStore store;
    private final Access access;
    private final InstantSource time;

    BeginController(Drafts drafts, DraftStore store, Access access, InstantSource time) {
        this.drafts = drafts;
        this.store = store;
        this.access = access;
        this.time = time;
    }

    @GetMapping
    Html list() {
        return Html.page(
                "marf/drafts",
                DraftsPage.of(
                        store.list(), access.may(Action.REFER), access.may(Action.PHONE_REFERRAL), time.instant()));
    }

    @GetMapping("/new")
    Html begin(HttpServletRequest request) {
        Filling nothing = nothing(channel(request));
        return Html.page("marf/start", SectionPage.blank(Sections.OPENING, nothing, Answers.NONE, FieldErrors.none()));
    }

    @PostMapping("/new")
    Object create(HttpServletRequest request) {
        Filling nothing = nothing(channel(request));
        Answers typed = Answers.posted(request.getParameterMap(), Field.names(Sections.OPENING.fields(nothing)));
        FieldErrors errors = Sections.OPENING.errors(typed, nothing);
        if (!errors.isEmpty()) {
            return Html.again("marf/start", SectionPage.blank(Sections.OPENING, nothing, typed, errors));
        }
        UUID id = drafts.begin(nothing.draft().channel(), typed);
        return "redirect:/marf/" + id + (typed.says("danger", "yes") ? "/danger" : "");
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id) {
        drafts.discard(id);
        return "redirect:/marf";
    }

    /** The front door writes for callers; a partner for themselves. */
    private Channel channel(HttpServletRequest request) {
        boolean call = request.getParameterMap().containsKey("phone") || !access.may(Action.REFER);
        access.require(call ? Action.PHONE_REFERRAL : Action.REFER);
        return call ? Channel.PHONE : Channel.PORTAL;
    }

    private Filling nothing(Channel channel) {
        Instant at = time.instant();
        return drafts.filling(new Draft(Ids.next(), Actor.current().id(), channel, Map.of(), null, at, at, null, null));
    }
}
