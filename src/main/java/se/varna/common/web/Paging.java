package se.varna.common.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.ui.Model;

/** Leafing through a list on a page: the wanted page as it was sent, and the ways to the ones beside it. */
public final class Paging {

    private static final int PAGE_SIZE = 20;

    /** Nobody leafs further; a made-up page number is no reason to search the whole table. */
    private static final int LAST_PAGE = 1_000;

    private Paging() {}

    /** @param sent the parameter {@code sida}, counted from 0; what is no number is the first page */
    public static Pageable wanted(String sent) {
        int page = sent != null && sent.matches("\\d{1,4}") ? Math.min(Integer.parseInt(sent), LAST_PAGE) : 0;
        return PageRequest.of(page, PAGE_SIZE);
    }

    /** Gives the template the lines and the numbers of the pages beside them; null where there is none. */
    public static void show(Slice<?> lines, Model model) {
        model.addAttribute("lines", lines.getContent());
        model.addAttribute("previous", lines.getNumber() > 0 ? lines.getNumber() - 1 : null);
        model.addAttribute("next", lines.hasNext() ? lines.getNumber() + 1 : null);
    }
}
