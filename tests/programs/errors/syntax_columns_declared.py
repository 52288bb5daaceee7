# -*- coding: utf-8 -*-
name = "größe"; first = ["é", 3 4]
