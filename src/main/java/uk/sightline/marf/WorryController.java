package uk.sightline.marf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;

/**
 * The public's pages: no account, no look-up, nothing asked that need not be. Nothing is kept until it is sent; what
 * cannot be taken is shown again with everything that was typed.
 */
@Controller
@RequestMapping("/worry")
@Needs(nothing = true)
class WorryController {

    /** Time enough to find the words. The session holds nothing but what protects the form, and the last receipt. */
    private static final int VISIT_SECONDS = 2 * 60 * 60;

    private static final String RECEIPT = "worry.receipt";

    private final PublicWorries worries;
    private final RateLimit limit;
    private final PracticePack pack;

    WorryController(PublicWorries worries, RateLimit limit, PracticePack pack) {
        this.worries = worries;
        this.limit = limit;
        this.pack = pack;
    }

    @GetMapping
    Html about(HttpServletRequest request) {
        return show(false, request);
    }

    @GetMapping("/about-me")
    Html aboutMe(HttpServletRequest request) {
        return show(true, request);
    }

    @PostMapping
    Object send(@RequestParam(defaultValue = "") String once, HttpServletRequest request) {
        return send(false, once, request);
    }

    @PostMapping("/about-me")
    Object sendAboutMe(@RequestParam(defaultValue = "") String once, HttpServletRequest request) {
        return send(true, once, request);
    }

    /** The receipt, for as long as this visit lasts; there is no page that looks one up. */
    @GetMapping("/sent")
    Object sent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object receipt = session == null ? null : session.getAttribute(RECEIPT);
        return receipt instanceof String words
                ? Html.page("marf/worrySent", SentPage.of(words, numbers()))
                : "redirect:/worry";
    }

    private Html show(boolean aboutMe, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (Actor.current().kind() == Actor.Kind.PUBLIC) {
            session.setMaxInactiveInterval(VISIT_SECONDS);
        }
        return Html.page(template(aboutMe), page(aboutMe, Answers.NONE, FieldErrors.none(), Ids.next(), ""));
    }

    private Object send(boolean aboutMe, String once, HttpServletRequest request) {
        WorryForm form = new WorryForm(
                aboutMe, Answers.posted(request.getParameterMap(), Field.names(WorryForm.fields(aboutMe))));
        UUID key = key(once);
        String trap = String.valueOf(request.getParameter("website")).strip();
        FieldErrors errors = form.errors(nothing());
        if (!trap.isEmpty() && !trap.equals("null")) {
            errors = FieldErrors.of("website", "Leave the box \"Website\" empty. It catches machines");
        }
        if (!errors.isEmpty()) {
            return Html.again(template(aboutMe), page(aboutMe, form.answers(), errors, key, trap));
        }
        HttpSession session = request.getSession();
        if (!limit.takes(request.getRemoteAddr(), session.getId())) {
            WorryPage page = page(aboutMe, form.answers(), tooMuch(), key, "");
            return Html.page(template(aboutMe), page, HttpStatus.TOO_MANY_REQUESTS);
        }
        session.setAttribute(RECEIPT, SentPage.words(worries.send(key, form)));
        return "redirect:/worry/sent";
    }

    private FieldErrors tooMuch() {
        return FieldErrors.of(
                "facts",
                "A lot has been sent from here in the last hour, so this was not sent. Ring %s instead, or try again in an hour. What you wrote is still here"
                        .formatted(phone()));
    }

    /** A form's key is made here; anything else that is sent for one makes a new form. */
    private static UUID key(String once) {
        try {
            return UUID.fromString(once);
        } catch (IllegalArgumentException forged) {
            return Ids.next();
        }
    }

    private String phone() {
        return pack.teamsReceiving("public-worry").getFirst().phone();
    }

    private Numbers numbers() {
        return Numbers.of(nothing(), phone());
    }

    private WorryPage page(boolean aboutMe, Answers answers, FieldErrors errors, UUID key, String trap) {
        Section plain = Sections.OPENING;
        return new WorryPage(
                SectionPage.blank(plain, nothing(), answers, errors),
                aboutMe,
                key,
                trap.equals("null") ? "" : trap,
                numbers());
    }

    private Filling nothing() {
        UUID nobody = Actor.current().id();
        return new Filling(
                new Draft(nobody, nobody, Channel.PUBLIC, Map.of(), null, Instant.EPOCH, Instant.EPOCH, null, null),
                pack,
                worries.today());
    }

    private static String template(boolean aboutMe) {
        return aboutMe ? "marf/worryAboutMe" : "marf/worry-about";
    }

    /** What the public's pages show. */
    record WorryPage(SectionPage form, boolean aboutMe, UUID once, String trap, Numbers numbers) {}

    /** A receipt in words, as the visit remembers it. */
    record SentPage(String reference, String received, String phone, Numbers numbers) {
        static String words(Receipt receipt) {
            return "%s|%s|%s"
                    .formatted(receipt.reference(), London.dayAndTime(receipt.receivedAt()), receipt.teamPhone());
        }

        static SentPage of(String words, Numbers numbers) {
            String[] parts = words.split("\\|", 3);
            return new SentPage(parts[0], parts[1], parts[2], numbers);
        }
    }
}
