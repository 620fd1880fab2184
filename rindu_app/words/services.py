"""Words that the product itself writes into a case: titles of the tasks that services and clocks leave behind."""

BROKEN_TASK = "Kesepakatan mediasi dilanggar: tanyakan keselamatan klien dan tawarkan langkah lain"
